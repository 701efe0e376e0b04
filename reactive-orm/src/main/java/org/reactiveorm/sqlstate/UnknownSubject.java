package org.reactiveorm.sqlstate;

import java.util.List;
import org.jspecify.annotations.Nullable;

enum UnknownSubject implements ErrorSubject {
    INSTANCE;

    @Override
    public ErrorSubject inTable(@Nullable String schema, String table) {
        return this;
    }

    @Override
    public @Nullable String entity() {
        return null;
    }

    @Override
    public @Nullable String sql() {
        return null;
    }

    @Override
    public List<String> propertiesOf(String constraint) {
        return List.of();
    }

    @Override
    public String propertyOf(String column) {
        return column;
    }

    @Override
    public @Nullable Reference reference(String table, String constraint, List<String> columns) {
        return null;
    }

    @Override
    public Culprit culprit(@Nullable String table, Clue clue) {
        return Culprit.unknown();
    }
}
