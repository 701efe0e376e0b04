package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose row it is. Every statement of the library reads, counts, changes and removes the rows of one tenant only, the one that
 * {@code .contextWrite(Tenant.of(…))} names, also where the entity is reached over a relation; without one it fails before it is
 * sent. An insert takes its value from there, and no update moves a row to another tenant. See {@code Scope.TENANT} for the
 * way out.
 *
 * <p>Unique keys of rows that tenants choose the values of begin with this column: {@code @Unique({"tenant", "email"})}. What
 * a foreign key refers to is checked by the database alone; it keeps tenants apart if both keys contain the column.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface TenantId {}
