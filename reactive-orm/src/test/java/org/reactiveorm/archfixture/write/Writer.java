package org.reactiveorm.archfixture.write;

public record Writer(String name) {}
