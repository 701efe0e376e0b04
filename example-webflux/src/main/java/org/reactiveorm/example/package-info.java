/** A WebFlux service for users, posts and money transfers. */
@NullMarked
package org.reactiveorm.example;

import org.jspecify.annotations.NullMarked;
