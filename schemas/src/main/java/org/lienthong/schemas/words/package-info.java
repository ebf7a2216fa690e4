/** What the names on the wire are called by people, in Vietnamese and English. */
@NullMarked
package org.lienthong.schemas.words;

import org.jspecify.annotations.NullMarked;
