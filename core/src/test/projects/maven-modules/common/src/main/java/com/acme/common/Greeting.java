package com.acme.common;

public final class Greeting {
    private Greeting() {}

    public static String of(String service) {
        return "hello from " + service;
    }
}
