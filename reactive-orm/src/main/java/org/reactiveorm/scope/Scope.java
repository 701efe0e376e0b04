package org.reactiveorm.scope;

/** The names of the scopes that entities declare by annotation, for {@code unscoped(…)}. */
public final class Scope {

    /** The rows of one tenant, see {@code @TenantId}. */
    public static final String TENANT = "tenant";

    /** The rows that are not deleted, see {@code @SoftDelete}. */
    public static final String SOFT_DELETE = "softDelete";

    private Scope() {}
}
