# What is printed: posters, pictures, official papers, and the words when nothing can be printed. The handbook's own are in handbook.ftl.

font-missing = There is no font with Chinese on this machine, so no PDF or picture can be made. Please have the administrator install the package fonts-noto-cjk (Debian, Ubuntu: apt-get install fonts-noto-cjk), or name a font file in FONT_PATH.
press-busy = Too much is waiting to be printed. Please try again in a while.
press-fault = The file could not be made; nothing is lost. Please try again, and tell the administrator if it fails again.
