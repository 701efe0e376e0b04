package org.reactiveorm.example;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which page of how many rows. */
record Paging(int page, int size) {

    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    private static final int LAST_PAGE = 1_000_000;

    static Paging of(MultiValueMap<String, String> parameters) {
        return new Paging(
                number("page", parameters.getFirst("page"), 0, LAST_PAGE),
                parameters.containsKey("size")
                        ? number("size", parameters.getFirst("size"), 1, LARGEST_SIZE)
                        : DEFAULT_SIZE);
    }

    private static int number(String name, @Nullable String text, int least, int most) {
        if (text == null) {
            return least;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new BadRequest("'%s' has to be a number from %d to %d.".formatted(name, least, most));
    }
}
