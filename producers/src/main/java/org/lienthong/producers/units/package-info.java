/** Files of dated units: read, checked as a whole, and refused or published as a whole. */
@NullMarked
package org.lienthong.producers.units;

import org.jspecify.annotations.NullMarked;
