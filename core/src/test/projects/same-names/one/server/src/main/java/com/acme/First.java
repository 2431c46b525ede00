package com.acme;

public class First {
    public static void main(String[] args) {
        System.out.println("hello from the first server");
    }
}
