package com.acme.hello;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SpringBootApplication
public class HelloService {
    public static void main(String[] args) {
        SpringApplication.run(HelloService.class, args);
    }

    @GetMapping("/hello")
    String hello() {
        return "hello from Spring Boot";
    }
}
