package org.reactiveorm.test.postgres;

import java.io.IOException;

/** A program of its own, which has a database until it is told to go or is ended. */
final class ServerProgram {

    private ServerProgram() {}

    public static void main(String[] args) throws IOException {
        TestDatabase database = PostgresServer.shared().database("create table t (id int)");
        System.out.println("url " + database.url());
        System.in.read();
    }
}
