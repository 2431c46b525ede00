package com.acme;

import org.apache.commons.lang3.StringUtils;

public class Calc {
    public static void main(String[] args) {
        System.out.println("hello from " + StringUtils.reverse("eldarG"));
    }
}
