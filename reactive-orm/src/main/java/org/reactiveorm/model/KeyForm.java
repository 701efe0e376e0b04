package org.reactiveorm.model;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A value that Java and the database compare differently, in a form whose equality is the database's. */
sealed interface KeyForm {

    /** The value itself. */
    Object value();

    /** Bytes that are equal to the same bytes. */
    final class Bytes implements KeyForm {

        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value;
        }

        @Override
        public Object value() {
            return value;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /** Text that is equal to the same text in other cases, as {@code citext} is (PostgreSQL, appendix F.9). */
    final class Caseless implements KeyForm {

        private final String value;
        private final String folded;

        Caseless(String value) {
            this.value = value;
            this.folded = value.toLowerCase(Locale.ROOT);
        }

        @Override
        public Object value() {
            return value;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Caseless text && folded.equals(text.folded);
        }

        @Override
        public int hashCode() {
            return folded.hashCode();
        }
    }
}
