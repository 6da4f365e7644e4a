package io.acme.shop.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Orders of two items each. */
@SpringBootApplication
public class ShopApplication {}
