/** What a tenant decides for itself as a whole: its rule of approval, how old gateways' configuration may be, how tools are shown and asked about, what scripts may use and when its days, weeks and years begin; nothing about single resources. */
@NullMarked
package dev.tollgate.control.settings;

import org.jspecify.annotations.NullMarked;
