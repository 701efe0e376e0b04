/**
 * An entity as validated, immutable data: its properties, relations and keys, how a value travels, and how a row becomes
 * an object. Generated code makes the instances; nothing here asks a driver or the reflection API.
 */
@NullMarked
package org.reactiveorm.model;

import org.jspecify.annotations.NullMarked;
