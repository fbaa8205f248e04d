/** The page of alerts: what was raised and whether it arrived, and the channels on which it goes. */
@NullMarked
package dev.tollgate.ui.view.alerts;

import org.jspecify.annotations.NullMarked;
