/** The tutorial of {@code docs/getting-started.md}: every snippet there is a region of a class here. */
@NullMarked
package org.reactiveorm.tutorial;

import org.jspecify.annotations.NullMarked;
