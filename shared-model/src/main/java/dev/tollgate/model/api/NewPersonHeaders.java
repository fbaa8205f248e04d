package dev.tollgate.model.api;

import java.util.List;

/**
 * What a server is to know the asker by, as written by them: all headers that the server asks each person for. One without a
 * value keeps the one that is stored under its name.
 */
public record NewPersonHeaders(List<NewServerCredential.Header> headers) {}
