package org.reactiveorm.example;

/**
 * Money has gone from one to the other; both as they are now.
 *
 * @param from who gave
 * @param to who got
 */
record Transfer(User from, User to) {}
