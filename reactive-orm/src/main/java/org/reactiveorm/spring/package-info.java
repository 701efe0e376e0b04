/**
 * The library in a Spring Boot application: a {@link org.reactiveorm.ReactiveOrm} bean on Boot's connection factory that
 * joins Spring's transactions, a transaction manager that is safe under cancel, entities as JSON, errors as HTTP problems.
 * Everything here backs off for a bean of the application.
 */
@NullMarked
package org.reactiveorm.spring;

import org.jspecify.annotations.NullMarked;
