/** What a tenant decides for itself as a whole: its rule of approval and how old gateways' configuration may be; nothing about single resources. */
@NullMarked
package dev.tollgate.control.settings;

import org.jspecify.annotations.NullMarked;
