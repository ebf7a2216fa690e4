/** What a user would write for the same job on another engine. */
@NullMarked
package org.lienthong.peers;

import org.jspecify.annotations.NullMarked;
