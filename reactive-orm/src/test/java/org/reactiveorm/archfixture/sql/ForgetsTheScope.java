package org.reactiveorm.archfixture.sql;

final class ForgetsTheScope {

    void write(SqlWriter writer) {
        writer.table("users");
    }
}
