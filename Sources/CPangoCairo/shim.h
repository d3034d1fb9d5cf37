#ifndef IMR_CPANGOCAIRO_SHIM_H
#define IMR_CPANGOCAIRO_SHIM_H

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <pango/pangocairo.h>

// A macro with a cast, which Swift does not see: the flag of a glyph that stands for a character no font has.
static inline guint32 imr_unknown_glyph_flag(void) { return PANGO_GLYPH_UNKNOWN_FLAG; }

// Every function of Pango, Cairo and GObject that is called. They are looked up when the first letter is set, so that
// nothing else that the program does waits for some thirty libraries or holds them in memory.
#define IMR_DRAWING_CALLS(CALL) \
    CALL(cairo_create) \
    CALL(cairo_destroy) \
    CALL(cairo_font_options_create) \
    CALL(cairo_font_options_destroy) \
    CALL(cairo_font_options_set_antialias) \
    CALL(cairo_font_options_set_hint_metrics) \
    CALL(cairo_font_options_set_hint_style) \
    CALL(cairo_line_to) \
    CALL(cairo_move_to) \
    CALL(cairo_pdf_surface_add_outline) \
    CALL(cairo_pdf_surface_create_for_stream) \
    CALL(cairo_pdf_surface_restrict_to_version) \
    CALL(cairo_pdf_surface_set_metadata) \
    CALL(cairo_rectangle) \
    CALL(cairo_set_line_width) \
    CALL(cairo_set_source_rgb) \
    CALL(cairo_show_page) \
    CALL(cairo_status) \
    CALL(cairo_status_to_string) \
    CALL(cairo_stroke) \
    CALL(cairo_surface_destroy) \
    CALL(cairo_surface_finish) \
    CALL(cairo_surface_status) \
    CALL(cairo_tag_begin) \
    CALL(cairo_tag_end) \
    CALL(cairo_version_string) \
    CALL(g_object_ref) \
    CALL(g_object_unref) \
    CALL(pango_attr_allow_breaks_new) \
    CALL(pango_attr_font_features_new) \
    CALL(pango_attr_list_insert) \
    CALL(pango_attr_list_new) \
    CALL(pango_attr_list_unref) \
    CALL(pango_cairo_context_set_font_options) \
    CALL(pango_cairo_font_map_new) \
    CALL(pango_cairo_font_map_set_resolution) \
    CALL(pango_cairo_show_layout_line) \
    CALL(pango_context_load_font) \
    CALL(pango_context_set_base_dir) \
    CALL(pango_context_set_language) \
    CALL(pango_context_set_round_glyph_positions) \
    CALL(pango_font_describe) \
    CALL(pango_font_description_free) \
    CALL(pango_font_description_get_family) \
    CALL(pango_font_description_new) \
    CALL(pango_font_description_set_absolute_size) \
    CALL(pango_font_description_set_family) \
    CALL(pango_font_description_set_weight) \
    CALL(pango_font_map_create_context) \
    CALL(pango_language_from_string) \
    CALL(pango_layout_get_extents) \
    CALL(pango_layout_get_iter) \
    CALL(pango_layout_get_line_count) \
    CALL(pango_layout_get_line_readonly) \
    CALL(pango_layout_iter_free) \
    CALL(pango_layout_iter_get_baseline) \
    CALL(pango_layout_iter_get_line_extents) \
    CALL(pango_layout_iter_get_line_yrange) \
    CALL(pango_layout_iter_next_line) \
    CALL(pango_layout_new) \
    CALL(pango_layout_set_alignment) \
    CALL(pango_layout_set_attributes) \
    CALL(pango_layout_set_font_description) \
    CALL(pango_layout_set_line_spacing) \
    CALL(pango_layout_set_text) \
    CALL(pango_layout_set_width) \
    CALL(pango_layout_set_wrap) \
    CALL(pango_version_string)

typedef struct {
#define IMR_FIELD(name) __typeof__(&name) name;
    IMR_DRAWING_CALLS(IMR_FIELD)
#undef IMR_FIELD
} imr_drawing_calls;

// Opens the libraries and fills the table; NULL, or the name of what is missing.
static inline const char *imr_open_drawing_calls(imr_drawing_calls *calls) {
    static const char file[] = "libpangocairo-1.0.so.0";
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) return file;
#define IMR_FIND(name) \
    if (!(calls->name = (__typeof__(&name))dlsym(library, #name))) return #name;
    IMR_DRAWING_CALLS(IMR_FIND)
#undef IMR_FIND
    return NULL;
}

#endif
