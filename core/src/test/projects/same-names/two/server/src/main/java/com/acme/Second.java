package com.acme;

public class Second {
    public static void main(String[] args) {
        System.out.println("hello from the second server");
    }
}
