package app;

import org.jspecify.annotations.Nullable;

public record Home(String street, @Nullable String city) {}
