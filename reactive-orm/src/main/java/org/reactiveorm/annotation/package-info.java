/**
 * How a record or class says what it maps to. The annotations are read by the annotation processor at compile time;
 * none of them is looked at when the application runs.
 */
@NullMarked
package org.reactiveorm.annotation;

import org.jspecify.annotations.NullMarked;
