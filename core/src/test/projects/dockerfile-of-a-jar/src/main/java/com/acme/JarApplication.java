package com.acme;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class JarApplication implements CommandLineRunner {
    public static void main(String[] args) {
        SpringApplication.run(JarApplication.class, args);
    }

    @Override
    public void run(String... args) {
        System.out.println("hello from a jar in one layer");
    }
}
