package org.reactiveorm.tutorial;

import org.reactiveorm.annotation.Shape;

// tag::card[]
@Shape(of = User.class)
public record UserCard(long id, String username, String email) {}
// end::card[]
