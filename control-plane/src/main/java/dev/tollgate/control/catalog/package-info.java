/** The tools found on servers: pinned definitions, their approval, and the reports of gateways that look; nothing upstream is trusted here. */
@NullMarked
package dev.tollgate.control.catalog;

import org.jspecify.annotations.NullMarked;
