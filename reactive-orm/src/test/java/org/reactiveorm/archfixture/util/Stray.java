package org.reactiveorm.archfixture.util;

record Stray(String name) {}
