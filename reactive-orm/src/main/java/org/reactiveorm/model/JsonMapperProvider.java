package org.reactiveorm.model;

import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the mapper that reads and writes {@code jsonb} columns. Found through {@link java.util.ServiceLoader}; without a
 * provider a mapper with all Jackson modules of the class path is used, which reads fractions into {@code BigDecimal}
 * where the target leaves it open.
 */
public interface JsonMapperProvider {

    /** The mapper; asked once. */
    JsonMapper mapper();
}
