/** Fingerprints of results, to compare two runs. */
@NullMarked
package org.lienthong.reporting.digest;

import org.jspecify.annotations.NullMarked;
