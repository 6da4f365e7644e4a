package io.acme.shop.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Shop with orders of two items each. */
@SpringBootApplication
public class ShopApplication {}
