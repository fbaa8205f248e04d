package dev.tollgate.e2e.company;

/** Somebody who can sign in. */
public record Person(String email, String password) {}
