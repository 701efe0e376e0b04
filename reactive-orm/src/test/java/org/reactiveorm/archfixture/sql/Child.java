package org.reactiveorm.archfixture.sql;

final class Child extends Parent {}
