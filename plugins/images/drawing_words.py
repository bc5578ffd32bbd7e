"""What may stand in a drawing: the elements, attributes and functions of SVG and CSS that only show
something.

Everything else is refused, so what browsers learn to do tomorrow is refused too. Elements and
attributes are those of SVG 1.1 (Second Edition) and SVG 2 without script, links, animation,
embedded documents and pictures from elsewhere.
"""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
    textPath style linearGradient radialGradient stop pattern clipPath mask marker switch filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """
)
PRESENTATION = _words(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule
    filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style
    font-variant font-weight image-rendering isolation letter-spacing lighting-color marker-end
    marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
    text-rendering transform transform-origin unicode-bidi vector-effect visibility white-space
    word-spacing writing-mode
    """
)
OTHERS = _words(
    """
    amplitude azimuth baseFrequency bias class clipPathUnits cx cy d diffuseConstant divisor dx dy
    edgeMode elevation exponent filterUnits fr fx fy gradientTransform gradientUnits height href id
    in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle
    markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset
    operator order orient pathLength patternContentUnits patternTransform patternUnits points
    pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
    refY result role rotate rx ry scale seed side slope spacing specularConstant specularExponent
    spreadMethod startOffset stdDeviation stitchTiles style surfaceScale systemLanguage tableValues
    targetX targetY textLength type values version viewBox width x x1 x2 xChannelSelector y y1 y2
    yChannelSelector z aria-hidden aria-label aria-labelledby aria-describedby baseProfile
    """
)
ATTRIBUTES = PRESENTATION | OTHERS | {f"{XLINK} href", f"{XML} space", f"{XML} lang"}
# Their values are words for people.
IN_WORDS = frozenset({"aria-label", "class", "id", "font-family"})
FUNCTIONS = _words(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch calc min max clamp var matrix translate translatex
    translatey scale scalex scaley rotate skewx skewy blur brightness contrast drop-shadow grayscale
    hue-rotate invert opacity saturate sepia circle ellipse polygon inset not is where nth-child
    nth-of-type nth-last-child lang
    """
)
