/**
 * What the driver's errors mean: SQLSTATE becomes an exception (PostgreSQL, appendix A), in the words of who has sent the statement, and
 * tells what is left of the connection.
 */
@NullMarked
package org.reactiveorm.sqlstate;

import org.jspecify.annotations.NullMarked;
