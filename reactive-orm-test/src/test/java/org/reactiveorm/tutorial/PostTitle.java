package org.reactiveorm.tutorial;

import org.reactiveorm.annotation.Shape;

// tag::title[]
@Shape(of = Post.class)
record PostTitle(String title) {}
// end::title[]
