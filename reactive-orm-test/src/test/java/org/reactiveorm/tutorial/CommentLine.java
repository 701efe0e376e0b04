package org.reactiveorm.tutorial;

import org.reactiveorm.annotation.Shape;

// tag::line[]
@Shape(of = Comment.class)
record CommentLine(String text, String authorUsername) {} // username of the relation author
// end::line[]
