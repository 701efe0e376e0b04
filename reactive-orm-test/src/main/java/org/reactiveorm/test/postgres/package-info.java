/** Where the tests' PostgreSQL comes from, and fresh databases on it. */
@NullMarked
package org.reactiveorm.test.postgres;

import org.jspecify.annotations.NullMarked;
