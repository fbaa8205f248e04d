/**
 * The tools found on servers: pinned definitions, their approval, and what gateways report of servers, words on tokens
 * included; nothing upstream is trusted here.
 */
@NullMarked
package dev.tollgate.control.catalog;

import org.jspecify.annotations.NullMarked;
