#ifndef IMR_CPANGOCAIRO_SHIM_H
#define IMR_CPANGOCAIRO_SHIM_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// A macro with a cast, which Swift does not see: the flag of a glyph that stands for a character no font has.
static inline guint32 imr_unknown_glyph_flag(void) { return PANGO_GLYPH_UNKNOWN_FLAG; }

// G_TYPE_CHECK casts of GObject are macros; the font map is one object with two interfaces.
static inline void imr_font_map_set_resolution(PangoFontMap *map, double dpi) {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), dpi);
}

#endif
