/// The trend picture as shapes, from which SVG and pixels are drawn alike. [TrendChart] is the
/// door. Depends on the plan's glide path; coordinates are whole numbers, ten to a pixel.
package dev.glidepath.core.chart;
