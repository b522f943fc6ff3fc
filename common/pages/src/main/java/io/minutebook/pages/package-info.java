/** What every page shares: the shell, languages, times, navigation, assets, the error page. */
@NullMarked
package io.minutebook.pages;

import org.jspecify.annotations.NullMarked;
