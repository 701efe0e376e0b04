/** A fresh PostgreSQL database for each test class, and assertions on the statements that ran. */
@NullMarked
package org.reactiveorm.test;

import org.jspecify.annotations.NullMarked;
