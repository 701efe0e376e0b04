package org.reactiveorm.tutorial;

import org.reactiveorm.annotation.Shape;

// tag::tag-count[]
@Shape
public record TagCount(String name, long uses) {}
// end::tag-count[]
