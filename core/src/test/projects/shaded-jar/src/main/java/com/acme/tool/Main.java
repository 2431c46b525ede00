package com.acme.tool;

import org.apache.commons.lang3.StringUtils;

public class Main {
    public static void main(String[] args) {
        System.out.println("hello from " + StringUtils.reverse("raj dedahs a"));
    }
}
