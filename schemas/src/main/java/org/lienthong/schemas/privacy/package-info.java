/** What may be shown of a record to somebody who may not see personal data. */
@NullMarked
package org.lienthong.schemas.privacy;

import org.jspecify.annotations.NullMarked;
