/** What is wrong, as a person reads it: stable codes with a Vietnamese and an English message. */
@NullMarked
package org.lienthong.producers.problem;

import org.jspecify.annotations.NullMarked;
