addEventListener("pageshow",function(){document.forms[0].reset()})
