package org.reactiveorm.archfixture.sql;

class Parent {}
